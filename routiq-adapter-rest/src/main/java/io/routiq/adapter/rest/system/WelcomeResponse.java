package io.routiq.adapter.rest.system;

/** Where to go from the root. */
record WelcomeResponse(
        String message,
        String version,
        String status,
        String docs,
        String redoc,
        String openapi,
        String health,
        Documentation documentation,
        QuickLinks quickLinks) {

    record Documentation(String interactive, String redoc, String openapiSpec) {}

    record QuickLinks(String healthCheck, String authentication, String syncDashboard, String startSync) {}
}
