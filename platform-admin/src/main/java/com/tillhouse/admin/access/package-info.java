/** Who is signed in, and which tenants they may enter: asked anew each time, never kept. */
@NullMarked
package com.tillhouse.admin.access;

import org.jspecify.annotations.NullMarked;
