package io.routiq.adapter.rest.sync;

import io.routiq.adapter.rest.http.Access;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.EventStream;
import io.routiq.adapter.rest.http.ProblemCode;
import io.routiq.adapter.rest.http.SuccessBody;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.SyncFollower;
import io.routiq.application.sync.SyncFollower.News;
import io.routiq.domain.sync.SyncRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a request's thread, a virtual one, for as long as its client follows a run. */
@RestController
final class SyncStreamController {

    private static final Logger LOG = LoggerFactory.getLogger(SyncStreamController.class);

    private static final String DESCRIPTION = """
            Server-sent events. The `data` of each is what `GET /api/v1/sync/status/{sync_id}` answers: `progress` when it \
            has changed, and last `end`, when the run has ended. The stream also closes when the session token expires or \
            the server restarts, without `end`: come again, with the last `id` in `Last-Event-ID`, and nothing is sent \
            twice. Browsers' `EventSource` cannot send a token; use a reader on top of `fetch`.

            ```
            event: progress
            id: 0f9f2c4e-5b7e-3d52-9d0c-6c1f3c1f5a11
            data: {"sync_id":"sync_org_123_20250115_143022_a1b2c3","status":"running","progress_percentage":62, ...}

            event: end
            id: 7e1d9b1a-90c3-3c7e-8f5e-1b0f4f0a2d77
            data: {"sync_id":"sync_org_123_20250115_143022_a1b2c3","status":"completed","progress_percentage":100, ...}
            ```
            """;

    private final FollowSync follow;
    private final SuccessBody success;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Duration silence;

    /** @param silence after which a comment is sent, which also finds out whether the client is still there */
    SyncStreamController(
            FollowSync follow,
            SuccessBody success,
            JsonMapper json,
            InstantSource clock,
            @Value("${routiq.rest.stream-silence}") Duration silence) {
        this.follow = follow;
        this.success = success;
        this.json = json;
        this.clock = clock;
        this.silence = silence;
    }

    @GetMapping("/api/v1/sync/stream/{sync_id}")
    @Access(value = To.MEMBERS, problems = ProblemCode.NOT_FOUND, events = true)
    @Tag(name = "Real-time Sync Status")
    @Operation(
            summary = "Follow a synchronisation",
            description = DESCRIPTION,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Events, and what the `data` of each says",
                            content = @Content(schema = @Schema(implementation = SyncStatusResponse.class))))
    void streamSync(
            Caller caller,
            @PathVariable("sync_id") String syncId,
            @Parameter(description = "The `id` of the latest event that the client has")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            HttpMethod method,
            HttpServletResponse response) {
        try (SyncFollower follower = SyncController.runId(syncId)
                .flatMap(id -> follow.follow(caller.organization(), id))
                .orElseThrow(SyncController::unknown)) {
            EventStream events = EventStream.open(response);
            if (!method.equals(HttpMethod.HEAD)) {
                send(follower, events, caller.sessionExpiresAt(), lastEventId);
            }
        } catch (IOException gone) {
            LOG.debug("The client left its stream", gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(SyncFollower follower, EventStream events, @Nullable Instant expiry, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        String known = lastEventId;
        // Where the run stands is told however short the token still lives.
        News news = follower.next(silence);
        while (true) {
            switch (news) {
                case News.Changed changed -> {
                    SyncStatusResponse status = SyncStatusResponse.of(changed.run());
                    String id = id(status);
                    String data = json.writeValueAsString(success.flat(status));
                    if (!id.equals(known)) {
                        events.event("progress", id, data);
                        known = id;
                    }
                    if (changed.run() instanceof SyncRun.Finished) {
                        events.event("end", id, data);
                        return;
                    }
                }
                case News.None none -> events.comment();
                case News.Stopped stopped -> {
                    return;
                }
            }
            news = follower.next(patience(expiry));
            if (expiry != null && !clock.instant().isBefore(expiry)) {
                return;
            }
        }
    }

    private Duration patience(@Nullable Instant expiry) {
        Duration left = expiry == null ? silence : Duration.between(clock.instant(), expiry);
        return left.compareTo(silence) < 0 ? left : silence;
    }

    /** Follows from what the client is told, so that every instance gives the same state the same id. */
    private String id(SyncStatusResponse status) {
        return UUID.nameUUIDFromBytes(json.writeValueAsBytes(status)).toString();
    }
}
