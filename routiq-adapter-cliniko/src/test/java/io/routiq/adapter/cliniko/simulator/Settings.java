package io.routiq.adapter.cliniko.simulator;

import tools.jackson.databind.node.ObjectNode;

/** The account's settings; neither form names a time zone. */
final class Settings {

    private Settings() {}

    static ObjectNode open(AccountFacts facts) {
        ObjectNode settings = Answers.JSON.createObjectNode();
        settings.putObject("account")
                .put("id", Long.toString(facts.id()))
                .put("name", facts.name())
                .put("subdomain", facts.subdomain())
                .put("country", facts.countryCode())
                .put("country_code", facts.countryCode())
                .put("currency_symbol", "$")
                .put("time_zone_support", true)
                .put("has_time_travelers", false);
        settings.putObject("calendar")
                .put("start_hour", 8)
                .put("end_hour", 18)
                .put("multiple_appointments_gap", false)
                .put("show_current_time_indicator", true)
                .put("timeslot_height_in_pixels", 24)
                .put("timeslot_size_in_minutes", 15);
        settings.putObject("terminology")
                .put("patient", "patient")
                .putArray("titles")
                .add("Ms")
                .add("Mr");
        settings.putObject("reminders").put("default_reminder_type", "SMS");
        return settings;
    }

    static ObjectNode restricted(AccountFacts facts) {
        ObjectNode settings = open(facts);
        settings.withObject("account")
                .put("email_from", "desk@example.test")
                .put("first_name", "Test")
                .put("last_name", "Owner")
                .putObject("compliance")
                .put("has_hipaa_compliance_conflicts", false);
        return settings;
    }
}
