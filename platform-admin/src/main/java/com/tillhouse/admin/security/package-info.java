/** Where a person looks after what it proves itself with. */
@NullMarked
package com.tillhouse.admin.security;

import org.jspecify.annotations.NullMarked;
