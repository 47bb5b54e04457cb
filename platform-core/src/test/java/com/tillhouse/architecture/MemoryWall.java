package com.tillhouse.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A map that outlives a call is a cache, and one whose key names no tenant may hand one tenant what was made for another. So a map that is a field is
 * keyed by a tenant, or stands in the memory whose keys demand one. Constants, what nothing can be put into, and what is made and dropped
 * within a method are free.
 */
final class MemoryWall {
    private static final String ACROSS = "com.tillhouse.core.shared.AcrossTenants";
    private static final String TENANT = "com.tillhouse.core.shared.TenantId";
    private static final String KEY = "com.tillhouse.core.shared.TenantMemory$Key";
    private static final String CAFFEINE = "com.github.benmanes.caffeine.";

    private MemoryWall() {}

    static String remembersWithoutTenant(JavaClass type) {
        if (type.isRecord()) {
            return "";
        }
        List<String> maps = type.getFields().stream()
                .filter(MemoryWall::keeps)
                .filter(field -> !field.isAnnotatedWith(ACROSS))
                .map(JavaField::getName)
                .sorted()
                .toList();
        boolean agreed = type.getFields().stream()
                .anyMatch(field -> field.isAnnotatedWith(ACROSS) || map(field) && namesTenant(field));
        boolean makes = !agreed && type.getAccessesFromSelf().stream().anyMatch(MemoryWall::makesACache);
        return maps.isEmpty() && !makes ? "" : "remembers outside of TenantMemory " + maps;
    }

    private static boolean keeps(JavaField field) {
        JavaClass raw = field.getRawType();
        boolean constant = field.getModifiers().contains(STATIC) && !raw.isAssignableTo(ConcurrentMap.class);
        return (raw.getName().startsWith(CAFFEINE) || map(field) && !constant) && !namesTenant(field);
    }

    private static boolean map(JavaField field) {
        return field.getRawType().isAssignableTo(Map.class);
    }

    private static boolean namesTenant(JavaField field) {
        if (!(field.getType() instanceof JavaParameterizedType type)) {
            return false;
        }
        JavaType key = type.getActualTypeArguments().getFirst();
        JavaClass raw = key.toErasure();
        return key instanceof JavaWildcardType || raw.getFullName().equals(TENANT) || raw.isAssignableTo(KEY);
    }

    /** Maps that only make sense where many threads or a long life are meant. */
    private static boolean makesACache(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean made = access.getName().equals("<init>")
                && (owner.isAssignableTo(ConcurrentMap.class) || owner.isAssignableTo(WeakHashMap.class));
        boolean shared =
                owner.isEquivalentTo(Collections.class) && access.getName().startsWith("synchronized");
        return made || shared || owner.getName().startsWith(CAFFEINE);
    }
}
