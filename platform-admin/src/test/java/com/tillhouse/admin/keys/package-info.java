@NullMarked
package com.tillhouse.admin.keys;

import org.jspecify.annotations.NullMarked;
