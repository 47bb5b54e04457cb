/** What holds for every request. */
@NullMarked
package com.tillhouse.api.web;

import org.jspecify.annotations.NullMarked;
