@NullMarked
package com.tillhouse.admin.account;

import org.jspecify.annotations.NullMarked;
