/** What holds for every request: its id, its size, the shape of its JSON. */
@NullMarked
package com.tillhouse.api.web;

import org.jspecify.annotations.NullMarked;
