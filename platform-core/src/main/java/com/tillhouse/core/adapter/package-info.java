/** The driven adapters, one package a technology; they don't know each other. */
@NullMarked
package com.tillhouse.core.adapter;

import org.jspecify.annotations.NullMarked;
