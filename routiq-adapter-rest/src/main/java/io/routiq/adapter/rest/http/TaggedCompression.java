package io.routiq.adapter.rest.http;

import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.http.HttpHeaders;

/**
 * Compresses answers with a strong tag too. Tomcat leaves them as they are, lest a tag stands for two encodings; the tags of
 * {@link Revalidation} stand for one each. Tomcat makes it by its name.
 */
public final class TaggedCompression extends Http11NioProtocol {

    @Override
    public boolean useCompression(Request request, Response response) {
        MimeHeaders headers = response.getMimeHeaders();
        String tag = headers.getHeader(HttpHeaders.ETAG);
        headers.removeHeader(HttpHeaders.ETAG);
        boolean used = super.useCompression(request, response);
        if (tag != null) {
            headers.setValue(HttpHeaders.ETAG).setString(tag);
        }
        return used;
    }
}
