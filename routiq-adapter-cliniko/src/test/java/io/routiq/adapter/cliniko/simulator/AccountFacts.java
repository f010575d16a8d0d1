package io.routiq.adapter.cliniko.simulator;

/** What is fixed about a clinic's account. */
record AccountFacts(long id, String name, String subdomain, String countryCode, String zone) {

    /** Where telehealth and self-service pages would be; never part of the API. */
    String webAddress() {
        return "https://" + subdomain + ".example.test";
    }
}
