@NullMarked
package com.tillhouse.admin.trail;

import org.jspecify.annotations.NullMarked;
