package com.tillhouse.sandbox.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The page's one stylesheet. */
public final class StylesheetController extends HttpServlet {

    /** Where it is. */
    public static final String PATH = "/page/assets/checkout.css";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream css = Objects.requireNonNull(getClass().getResourceAsStream("checkout.css"))) {
            response.setContentType("text/css;charset=UTF-8");
            response.setHeader("Cache-Control", "max-age=300");
            css.transferTo(response.getOutputStream());
        }
    }
}
