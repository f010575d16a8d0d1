package io.routiq.bootstrap.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the provider's keys and remembers how that went. */
final class ObservedKeys extends JWKSetSourceWrapper<SecurityContext> {

    private volatile Standing standing = new Standing(Optional.empty(), false);

    ObservedKeys(JWKSetSource<SecurityContext> provider) {
        super(provider);
    }

    /**
     * @param asOf when keys were last read, if ever
     * @param failing whether the latest attempt failed
     */
    record Standing(Optional<Instant> asOf, boolean failing) {}

    Standing standing() {
        return standing;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = getSource().getJWKSet(refresh, now, context);
            if (keys.isEmpty()) {
                throw new JWKSetUnavailableException("The identity provider published no keys");
            }
            standing = new Standing(Optional.of(Instant.ofEpochMilli(now)), false);
            return keys;
        } catch (KeySourceException e) {
            standing = new Standing(standing.asOf(), true);
            throw e;
        }
    }
}
