@NullMarked
package com.tillhouse.admin.settings;

import org.jspecify.annotations.NullMarked;
