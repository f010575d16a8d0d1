package io.routiq.bootstrap.security;

import io.routiq.application.health.HealthProbe;
import java.util.Map;

/** Whether tokens can be verified. Never unhealthy: what needs no token goes on working. */
final class IdentityProviderProbe implements HealthProbe {

    private final SigningKeys keys;

    IdentityProviderProbe(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "identity_provider";
    }

    @Override
    public State whenSilent() {
        return State.DEGRADED;
    }

    @Override
    public Finding examine() {
        ObservedKeys.Standing standing = keys.standing();
        return new Finding(
                standing.failing() ? State.DEGRADED : State.HEALTHY,
                standing.asOf()
                        .<Map<String, Object>>map(at -> Map.of("keys_as_of", at))
                        .orElse(Map.of()));
    }
}
