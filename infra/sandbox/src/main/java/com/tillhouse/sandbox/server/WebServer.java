package com.tillhouse.sandbox.server;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat with an http and an https door, a virtual thread for each request, and nothing else. */
public final class WebServer implements AutoCloseable {

    /** Tomcat tells its start and stop at INFO; the field keeps the logger from being collected. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final SelfSignedCertificate certificate = SelfSignedCertificate.forLocalhost();
    private final Path folder;
    private final Connector http;
    private final Connector https;
    private final Context context;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param address the address to listen on, loopback unless someone wants otherwise */
    public WebServer(String address, int httpPort, int httpsPort) {
        TOMCAT_LOG.setLevel(Level.WARNING);
        Registry.disableRegistry();
        folder = temporaryFolder();
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
        http = connector(address, httpPort);
        https = connector(address, httpsPort);
        secure(https);
        tomcat.getService().addConnector(http);
        tomcat.getService().addConnector(https);
        context = quietContext(tomcat);
        tomcat.getHost().getPipeline().addValve(plainErrors());
    }

    /**
     * Opens the doors.
     *
     * @throws PortTakenException if one of the ports can't be opened
     */
    public void start() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            if (http.getState() == LifecycleState.FAILED) {
                throw new PortTakenException(http.getPort(), e);
            }
            if (https.getState() == LifecycleState.FAILED) {
                throw new PortTakenException(https.getPort(), e);
            }
            throw new IllegalStateException("The sandbox's web server does not start", e);
        }
    }

    /** Puts servlets in their places; before or after the start. */
    public void serve(Map<String, HttpServlet> servletsByPattern) {
        servletsByPattern.forEach((pattern, servlet) -> {
            Tomcat.addServlet(context, pattern, servlet);
            context.addServletMappingDecoded(pattern, pattern);
        });
    }

    public int httpPort() {
        return http.getLocalPort();
    }

    public int httpsPort() {
        return https.getLocalPort();
    }

    /** What a client must trust to call the https door. */
    public X509Certificate certificate() {
        return certificate.certificate();
    }

    /** Stops; again does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The sandbox's web server does not stop", e);
        } finally {
            delete(folder);
        }
    }

    /** No cookies, and none of the leak searches that matter only where applications come and go. */
    private static Context quietContext(Tomcat tomcat) {
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        context.setCookies(false);
        context.setManager(promptManager());
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        context.getPipeline().addValve(new DroppedConnection());
        return context;
    }

    /** Errors of the server itself tell strangers neither a version nor a stack trace. */
    private static ErrorReportValve plainErrors() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
    }

    /** Nobody has a session here; Tomcat still makes an id at its start, and its usual generator takes long over it. */
    private static StandardManager promptManager() {
        StandardManager manager = new StandardManager();
        manager.setSecureRandomAlgorithm("");
        return manager;
    }

    private static Connector connector(String address, int port) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setProperty("address", address);
        connector.setProperty("relaxedQueryChars", "|{}[]^\"<>`\\");
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setXpoweredBy(false);
        connector.setThrowOnFailure(true);
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return connector;
    }

    private void secure(Connector connector) {
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate entry = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        entry.setCertificateKeystore(certificate.keyStore("in-memory".toCharArray()));
        entry.setCertificateKeystorePassword("in-memory");
        host.addCertificate(entry);
        connector.addSslHostConfig(host);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tillhouse-sandbox-");
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox needs a temporary folder", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox can't remove its temporary folder " + folder, e);
        }
    }
}
