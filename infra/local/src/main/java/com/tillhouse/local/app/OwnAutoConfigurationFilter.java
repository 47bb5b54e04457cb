package com.tillhouse.local.app;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps an app from configuring what only its neighbours in this process brought onto the classpath. An app that does not
 * set the property is left as it is.
 */
public final class OwnAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String PROPERTY = "tillhouse.local.foreign-packages";

    private List<String> foreign = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        foreign = Arrays.asList(environment.getProperty(PROPERTY, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null || foreign.stream().noneMatch(candidate::startsWith);
        }
        return wanted;
    }
}
