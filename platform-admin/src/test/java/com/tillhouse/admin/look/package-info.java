@NullMarked
package com.tillhouse.admin.look;

import org.jspecify.annotations.NullMarked;
