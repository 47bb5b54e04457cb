@NullMarked
package com.tillhouse.webhooks.operate;

import org.jspecify.annotations.NullMarked;
