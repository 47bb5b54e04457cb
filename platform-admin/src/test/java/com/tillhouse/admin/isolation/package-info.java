@NullMarked
package com.tillhouse.admin.isolation;

import org.jspecify.annotations.NullMarked;
