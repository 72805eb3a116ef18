# syntax=docker/dockerfile:1
# Backchat in one image. Build it with BuildKit: docker build -t backchat .

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /source
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY knowledge knowledge
COPY bot bot
# libraries are fetched once and stay in the builder's cache
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -Dmaven.test.skip=true
COPY config config
COPY ops/image ops/image
COPY LICENSE ./
RUN ops/image/assemble /image

# what runs: Debian's C library and nothing of Java but what the program uses
FROM debian:12-slim AS base
COPY --from=build /image/runtime /app/runtime
# the libraries of others, in a layer that changes when a version in pom.xml does
COPY --from=build /image/libraries /app
COPY --from=build /image/own /app
# what moderators edit; a named volume begins as a copy of it
COPY --from=build --chown=10001:10001 /image/content /knowledge

# one run for nobody, with the very files that will serve: class cache and sentence vectors
FROM base AS trained
COPY ops/image/train /tmp/train
RUN /tmp/train

FROM base
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Backchat" \
      org.opencontainers.image.description="Back-pain questions answered from reviewed passages, word for word, on Telegram and Discord" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.documentation="docs/operating.md"
COPY --from=trained /app/backchat.aot /app/backchat.aot
COPY --from=trained /app/data /app/data
# the owner of a named volume is taken from here
RUN install -d -o 10001 -g 10001 /data
ENV BACKCHAT_DATA_FOLDER=/data \
    BACKCHAT_KNOWLEDGE_FOLDER=/knowledge \
    RUST_LIBRARY_PATH=/app/native/libtokenizers.so \
    MALLOC_ARENA_MAX=2
USER 10001:10001
WORKDIR /data
VOLUME ["/data", "/knowledge"]
# 30 s: a look costs a fraction of a second of one processor, and a stuck process is found in 90 s.
# 10 s: /livez gives up on its question after 5 s. 60 s to start: a cold start on a slow machine that
# has to compute vectors. 3 in a row: a rush may starve one look, not three.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["/app/runtime/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "/app/bot.jar", "backchat.bot.operations.Probe", "http://127.0.0.1:8086/livez"]
# SIGTERM reaches the program itself: it answers what is in hand within 8 s, then ends
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/runtime/bin/java", "@/app/java.options", "-jar", "/app/bot.jar"]
CMD ["run"]
