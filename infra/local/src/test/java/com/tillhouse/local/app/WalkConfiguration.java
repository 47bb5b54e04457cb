package com.tillhouse.local.app;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Sends requests with the headers of a {@link Walk} on their way, and puts the places of the way around transactions and calls to Antom. */
@Configuration(proxyBeanMethods = false)
class WalkConfiguration {

    @Bean
    static BeanPostProcessor placesOfWalks() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof UnitOfWork unitOfWork) {
                    return new WalkedUnitOfWork(unitOfWork);
                }
                return doorToAntom(bean).map(door -> walked(bean, door)).orElse(bean);
            }
        };
    }

    @Bean
    static FilterRegistrationBean<Filter> beginningsOfWalks() {
        Filter filter = (request, response, chain) -> {
            String name = ((HttpServletRequest) request).getHeader(Walk.NAME);
            if (name == null) {
                chain.doFilter(request, response);
                return;
            }
            String stop = Optional.ofNullable(((HttpServletRequest) request).getHeader(Walk.STOP))
                    .orElse("");
            try {
                Walk.walk(name, stop, () -> {
                    chain.doFilter(request, response);
                    return null;
                });
            } catch (java.io.IOException | jakarta.servlet.ServletException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private record WalkedUnitOfWork(UnitOfWork unitOfWork) implements UnitOfWork {
        @Override
        public <T> T inTenant(TenantId tenant, Supplier<T> work) {
            return Walk.<T>transaction(work::get, walked -> unitOfWork.inTenant(tenant, walked::call));
        }
    }

    /** The port by which this bean calls Antom, if it does. */
    private static Optional<Class<?>> doorToAntom(Object bean) {
        return Arrays.stream(bean.getClass().getInterfaces())
                .filter(port -> port.getName().startsWith("com.tillhouse.core."))
                .filter(port -> port.getSimpleName().endsWith("Gateway"))
                .<Class<?>>map(port -> port)
                .findFirst();
    }

    private static Object walked(Object bean, Class<?> door) {
        return Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (proxy, method, arguments) -> invoke(bean, method, arguments));
    }

    private static Object invoke(Object bean, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(bean, arguments);
        }
        return Walk.<Object, Throwable>call(() -> {
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
