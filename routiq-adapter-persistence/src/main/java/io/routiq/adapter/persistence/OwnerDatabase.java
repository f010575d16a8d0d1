package io.routiq.adapter.persistence;

import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database as its owner sees it: a connection for each statement, for the few things that the serving role may not do. */
final class OwnerDatabase {

    private OwnerDatabase() {}

    static JdbcClient of(PersistenceSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.ownerUser());
        properties.setProperty("password", settings.ownerPassword());
        properties.setProperty("ApplicationName", "routiq-owner");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("connectTimeout", "5");
        // Longer than any of its statements may take: each works on a bounded number of rows, save the counts.
        properties.setProperty("options", "-c statement_timeout=60s -c lock_timeout=5s -c TimeZone=UTC");
        return JdbcClient.create(new DriverManagerDataSource(settings.url(), properties));
    }
}
