package com.tillhouse.admin.security;

import com.vaadin.flow.component.Svg;
import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;

/** A QR code as a picture in the page itself: nothing is fetched, nothing is kept. Dark on white in every colour scheme, as scanners want it. */
final class QrPicture extends Svg {
    private static final int QUIET = 4;

    QrPicture(String text, String label) {
        super(svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)));
        addClassName("qr");
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    }

    private static String svg(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append(String.format(Locale.ROOT, "M%d,%dh1v1h-1z", x + QUIET, y + QUIET));
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path d=\"%2$s\" fill=\"#000\"/></svg>",
                side,
                path);
    }
}
