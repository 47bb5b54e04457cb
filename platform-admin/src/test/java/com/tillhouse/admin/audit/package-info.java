@NullMarked
package com.tillhouse.admin.audit;

import org.jspecify.annotations.NullMarked;
