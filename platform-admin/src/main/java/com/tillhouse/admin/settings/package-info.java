/** How a tenant wants its checkout to behave. */
@NullMarked
package com.tillhouse.admin.settings;

import org.jspecify.annotations.NullMarked;
