package io.routiq.adapter.cliniko;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request over the wire. Follows no redirect, since that would take the key along. */
final class Transport {

    private final HttpClient client;
    private final String userAgent;
    private final Duration timeout;
    private final int mostBytes;

    Transport(ClinikoSettings settings) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.times().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(
                        settings.endpoint().startsWith("https:")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .build();
        this.userAgent = settings.contact().userAgent();
        this.timeout = settings.times().request();
        this.mostBytes = settings.sizes().answerBytes();
    }

    /** @throws Passing if no whole answer came, or one that is too large */
    RawAnswer get(URI address, String authorization) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", userAgent)
                .build();
        // The request's own timeout would end with the headers; a body that drips must not hold us longer either.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, headers -> new CappedBody(mostBytes));
        try {
            return new RawAnswer(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw new Passing(Passing.Kind.NO_ANSWER, "no answer in time");
        } catch (ExecutionException failed) {
            throw passing(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Passing passing(@Nullable Throwable cause) {
        if (cause instanceof CappedBody.TooLarge
                || (cause instanceof IOException && cause.getCause() instanceof CappedBody.TooLarge)) {
            return new Passing(Passing.Kind.GARBLED, "the answer is too large");
        }
        if (cause instanceof IOException) {
            return new Passing(Passing.Kind.NO_ANSWER, "the connection broke");
        }
        throw new IllegalStateException("An answer could not be taken in", cause);
    }
}
