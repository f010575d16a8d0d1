package io.routiq.adapter.rest.docs;

import io.routiq.adapter.rest.http.Access;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages that show the document. All they load comes from here, and nothing in them is inline. */
@Hidden
@RestController
final class DocsController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'%s; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; worker-src %s; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'";

    /** The two style elements that ReDoc 2.1.4 makes before it knows the nonce: an empty one and its scroll bar's. */
    private static final String EARLY_STYLES = " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
            + " 'sha256-DLDPR1ic47WIdK2WyeLkblb/tm2mQH+Jt/NNhZWu1k0='";

    @GetMapping({"/docs", "/docs/"})
    @Access(Access.To.ANYBODY)
    ResponseEntity<String> showSwaggerUi(HttpServletResponse response) throws IOException {
        return page(response, "swagger-ui.html", "", POLICY.formatted("", "'none'"));
    }

    /** ReDoc makes style elements and a search worker while it runs: a nonce lets in the former, {@code blob:} the latter. */
    @GetMapping({"/redoc", "/redoc/"})
    @Access(Access.To.ANYBODY)
    ResponseEntity<String> showReDoc(HttpServletResponse response) throws IOException {
        String nonce = UUID.randomUUID().toString();
        return page(response, "redoc.html", nonce, POLICY.formatted(" 'nonce-" + nonce + "'" + EARLY_STYLES, "blob:"));
    }

    private static ResponseEntity<String> page(HttpServletResponse response, String file, String nonce, String policy)
            throws IOException {
        String html = new ClassPathResource(file, DocsController.class).getContentAsString(StandardCharsets.UTF_8);
        response.setHeader("Content-Security-Policy", policy);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.replace("{{nonce}}", nonce));
    }
}
