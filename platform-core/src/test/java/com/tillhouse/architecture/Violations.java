package com.tillhouse.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The few shapes that the rules are made of. */
final class Violations {
    private Violations() {}

    static DescribedPredicate<JavaClass> standing(String description, Predicate<Place> where) {
        return DescribedPredicate.describe(description, type -> where.test(Place.of(type)));
    }

    /** Each dependency for which {@code wrong} holds is a violation. */
    static ArchCondition<JavaClass> notUse(String description, BiPredicate<JavaClass, JavaClass> wrong) {
        return each("not use " + description, (type, events) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.isPrimitive() && wrong.test(type, target)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        });
    }

    /** Each call of a method or constructor for which {@code wrong} holds is a violation. */
    static ArchCondition<JavaClass> notCall(String description, BiPredicate<JavaClass, JavaAccess<?>> wrong) {
        return each("not call " + description, (type, events) -> {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (wrong.test(type, access)) {
                    events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                }
            }
        });
    }

    /** A class is a violation when {@code complaint} answers a non-empty sentence about it. */
    static ArchCondition<JavaClass> satisfy(String description, Function<JavaClass, String> complaint) {
        return each(description, (type, events) -> {
            String wrong = complaint.apply(type);
            if (!wrong.isEmpty()) {
                events.add(SimpleConditionEvent.violated(type, type.getFullName() + " " + wrong));
            }
        });
    }

    private static ArchCondition<JavaClass> each(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.look(type, events);
            }
        };
    }

    private interface Check {
        void look(JavaClass type, ConditionEvents events);
    }
}
