package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a list query in the one order that lists have, {@code created desc, id desc}, with a keyset instead of an offset. */
final class NewestFirst<R> {
    private final Class<R> row;
    private final StringBuilder where;
    private final List<Map.Entry<String, Object>> parameters = new ArrayList<>();

    /** Lists rows of one tenant; the alias of the row is {@code r}. */
    NewestFirst(Class<R> row, UUID tenant) {
        this.row = row;
        this.where = new StringBuilder("r.key.tenantId = :tenant");
        parameters.add(Map.entry("tenant", tenant));
    }

    /** Adds a condition on one named parameter; does nothing when there is no value. */
    NewestFirst<R> and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(Map.entry(parameter, value));
        }
        return this;
    }

    /** Adds one of two conditions; does nothing when neither is asked for. */
    NewestFirst<R> when(@Nullable Boolean asked, String yes, String no) {
        if (asked != null) {
            where.append(" and ").append(asked ? yes : no);
        }
        return this;
    }

    <T> Page<T> page(
            EntityManager entities,
            @Nullable Position after,
            int limit,
            Function<R, Position> position,
            Function<R, T> mapper) {
        if (after != null) {
            where.append(" and (r.createdAt, r.key.id) < (:afterTime, :afterId)");
            parameters.add(Map.entry("afterTime", after.createdAt()));
            parameters.add(Map.entry("afterId", after.id()));
        }
        var query = entities.createQuery(
                "select r from " + row.getSimpleName() + " r where " + where
                        + " order by r.createdAt desc, r.key.id desc",
                row);
        parameters.forEach(one -> query.setParameter(one.getKey(), one.getValue()));
        List<R> rows = query.setMaxResults(limit + 1).getResultList();
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(mapper).toList(), more ? position.apply(shown.getLast()) : null);
    }
}
