/** The frame around every view of a tenant, and the pages for what is not there or broke. */
@NullMarked
package com.tillhouse.admin.page;

import org.jspecify.annotations.NullMarked;
