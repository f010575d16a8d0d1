package io.routiq.adapter.persistence;

import io.routiq.adapter.persistence.jooq.Tables;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Table;
import org.jooq.conf.ParamType;

/**
 * Listens to all SQL and stops what names an organization's table without saying which organization. Each place where
 * rows are read or changed needs a comparison of its own; an insert needs the column.
 */
final class StatementLog implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private static final Set<String> ORGANIZATIONS_TABLES = Arrays.stream(Tables.class.getFields())
            .map(StatementLog::table)
            .filter(table -> table.field("organization_id") != null)
            .map(Table::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern TABLE = Pattern.compile("(from|join|update|into|using|,) \"([a-z_]+)\"(?!\\.)");
    private static final Pattern COMPARISON = Pattern.compile("\"organization_id\" = \\?");

    private final transient List<String> statements = new CopyOnWriteArrayList<>();
    private final transient List<String> withValues = new CopyOnWriteArrayList<>();

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            statements.add(sql);
            if (context.query() != null) {
                withValues.add(context.query().getSQL(ParamType.INLINED));
            }
            requireOrganization(sql);
        }
    }

    List<String> all() {
        return List.copyOf(statements);
    }

    /** The same with the values in place of question marks. */
    List<String> withValues() {
        return List.copyOf(withValues);
    }

    void forget() {
        withValues.clear();
        statements.clear();
    }

    /** @throws AssertionError if the statement does not say whose rows it is about */
    static void requireOrganization(String sql) {
        Matcher tables = TABLE.matcher(sql);
        int places = 0;
        while (tables.find()) {
            if (!ORGANIZATIONS_TABLES.contains(tables.group(2))) {
                continue;
            }
            if (tables.group(1).equals("into")) {
                requireColumn(sql, tables.end());
            } else {
                places++;
            }
        }
        if (COMPARISON.matcher(sql).results().count() < places) {
            throw new AssertionError("Does not say for each table whose rows it is about: " + sql);
        }
    }

    private static Table<?> table(Field constant) {
        try {
            return (Table<?>) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void requireColumn(String sql, int afterTable) {
        String columns = sql.substring(afterTable, sql.indexOf(')', afterTable));
        if (!columns.contains("\"organization_id\"")) {
            throw new AssertionError("Inserts rows that are nobody's: " + sql);
        }
    }
}
