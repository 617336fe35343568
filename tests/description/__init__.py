"""What pages say of themselves: invented pages, as real kinds of programs make them."""
