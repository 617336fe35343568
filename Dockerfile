# The generator alone: no archive is in it, least of all a capture.
#   docker build --tag documentary-archive .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/archive" documentary-archive build
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/archive" --publish 127.0.0.1:8000:8000 \
#     documentary-archive serve --address 0.0.0.0:8000
FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b AS build
WORKDIR /generator
COPY requirements/site.txt requirements/
RUN python -m venv /environment \
    && /environment/bin/pip install --no-cache-dir --require-hashes --requirement requirements/site.txt
COPY LICENSE pyproject.toml setup.py ./
COPY seeds/README.md seeds/
COPY overrides overrides
COPY build_tools build_tools
RUN /environment/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b
COPY --from=build /environment /environment
ENV PATH=/environment/bin:$PATH \
    HOME=/tmp \
    NO_MKDOCS_2_WARNING=1
WORKDIR /archive
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["archive"]
CMD ["--help"]
