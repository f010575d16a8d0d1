package io.routiq.adapter.persistence;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Turns failed statements into Spring's exceptions, so that other modules tell their kinds apart without knowing jOOQ. */
final class SpringExceptions implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    @Override
    public void exception(ExecuteContext context) {
        if (context.sqlException() != null) {
            DataAccessException translated = translator.translate("jOOQ", context.sql(), context.sqlException());
            if (translated != null) {
                context.exception(translated);
            }
        }
    }
}
