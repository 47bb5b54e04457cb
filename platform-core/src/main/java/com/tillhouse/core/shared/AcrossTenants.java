package com.tillhouse.core.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the few port methods and memories that look across tenants: claims of due work and look-ups by an opaque key. A test lists them all. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.FIELD})
public @interface AcrossTenants {
    /** Why it can't name a tenant, and what keeps it narrow. */
    String value();
}
