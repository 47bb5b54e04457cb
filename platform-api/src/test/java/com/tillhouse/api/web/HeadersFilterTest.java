package com.tillhouse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HeadersFilterTest {

    private static MockHttpServletResponse pass(boolean https) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new HeadersFilter(https).doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }

    @Test
    void insistsOnHttpsWhereThePublicAddressIsHttps() throws ServletException, IOException {
        assertThat(pass(true).getHeader("Strict-Transport-Security")).startsWith("max-age=63072000");
        assertThat(pass(false).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void letsNothingBeKeptOrFramed() throws ServletException, IOException {
        MockHttpServletResponse response = pass(false);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=()");
    }
}
