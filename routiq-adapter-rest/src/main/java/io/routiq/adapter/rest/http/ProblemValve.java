package io.routiq.adapter.rest.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.CorsFilter;

/** Answers requests that Tomcat refuses before any filter sees them, e.g. for a broken request line; pages may read why. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    private final Problems problems;
    private final CorsFilter cors;

    ProblemValve(Problems problems, CorsFilter cors) {
        this.problems = problems;
        this.cors = cors;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            cors.doFilter(request, response, (asked, answer) -> problems.write(request, response, Refusals.of(status)));
            response.finishResponse();
        } catch (IOException | ServletException gone) {
            LOG.debug("The client left before its answer", gone);
        }
    }
}
