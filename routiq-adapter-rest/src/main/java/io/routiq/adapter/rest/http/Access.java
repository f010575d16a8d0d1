package io.routiq.adapter.rest.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a route, and which problems of its own it answers with. A route without it stops the application from starting. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** Who may call. */
    To value();

    /** Problems that not every route has. */
    ProblemCode[] problems() default {};

    /** True if it answers with server-sent events, so that the client has to accept those instead of JSON. */
    boolean events() default false;

    /** From everybody to few. */
    enum To {
        /** Anybody, without a token. */
        ANYBODY,
        /** Every member of the organization. */
        MEMBERS,
        /** The organization's administrators. */
        ORGANIZATION_ADMINS,
        /** The same, and platform administrators, for whatever organization they name. */
        ORGANIZATION_OR_PLATFORM_ADMINS,
        /** Those who run the platform. */
        PLATFORM_ADMINS
    }
}
