@NullMarked
package com.tillhouse.admin.review;

import org.jspecify.annotations.NullMarked;
