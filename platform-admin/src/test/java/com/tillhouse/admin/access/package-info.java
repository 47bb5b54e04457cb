@NullMarked
package com.tillhouse.admin.access;

import org.jspecify.annotations.NullMarked;
