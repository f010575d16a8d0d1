package io.routiq.adapter.rest.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers where somebody only set an error status. Called directly, it is one more address with nothing there. */
@Hidden
@Controller
final class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Access(Access.To.ANYBODY)
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean forwarded = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        problems.write(request, response, Refusals.of(forwarded ? response.getStatus() : 404));
    }
}
