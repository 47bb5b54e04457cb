/** The console of those who run the platform, and what a tenant sees of their looks into it. */
@NullMarked
package com.tillhouse.admin.operator;

import org.jspecify.annotations.NullMarked;
