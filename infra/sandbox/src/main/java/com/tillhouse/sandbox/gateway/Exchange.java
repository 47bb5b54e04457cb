package com.tillhouse.sandbox.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One request with its response. */
record Exchange(HttpServletRequest request, HttpServletResponse response) {}
