@NullMarked
package com.tillhouse.admin.money;

import org.jspecify.annotations.NullMarked;
