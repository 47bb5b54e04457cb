/** What holds for every request. */
@NullMarked
package com.tillhouse.webhooks.web;

import org.jspecify.annotations.NullMarked;
