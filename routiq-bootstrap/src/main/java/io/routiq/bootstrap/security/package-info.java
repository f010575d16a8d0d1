/**
 * Who may call, and how secrets are kept: verifies the identity provider's session tokens and seals credentials.
 * What a caller may do with a valid token is decided by the REST adapter, not here.
 */
@NullMarked
package io.routiq.bootstrap.security;

import org.jspecify.annotations.NullMarked;
