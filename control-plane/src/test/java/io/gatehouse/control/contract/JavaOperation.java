// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A Java method that answers an operation, as JAX-RS sees it. */
public record JavaOperation(Method method, String verb, String path) {

    /** What begins so is Gatehouse's own, beside the API of AWS. */
    private static final String OWN = "/_";

    /** Every such method of the program, found among its compiled classes. */
    public static List<JavaOperation> all(Class<?> anyClassOfTheProgram) {
        return ProgramClasses.named("Operations", anyClassOfTheProgram).stream()
                .flatMap(type -> of(type).stream())
                .filter(operation -> !operation.path().startsWith(OWN))
                .toList();
    }

    private static List<JavaOperation> of(Class<?> type) {
        List<JavaOperation> operations = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    operations.add(new JavaOperation(method, verb.value(), path(type) + path(method)));
                }
            }
        }
        return operations;
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    /** The name as AWS writes it. */
    public String name() {
        String name = method.getName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    int status() {
        ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        if (status != null) {
            return status.value();
        }
        return method.getReturnType() == void.class ? 204 : 200;
    }

    List<String> pathParameters() {
        return parameters(PathParam.class).map(PathParam::value).toList();
    }

    List<String> queryParameters() {
        Stream<QueryParam> ofRecords = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .flatMap(parameter -> Arrays.stream(
                        parameter.getType().getDeclaredConstructors()[0].getParameters()))
                .flatMap(component -> Optional.ofNullable(component.getAnnotation(QueryParam.class)).stream());
        return Stream.concat(parameters(QueryParam.class), ofRecords)
                .map(QueryParam::value)
                .toList();
    }

    /** The record that the body is read into. */
    public Optional<Class<?>> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(BeanParam.class))
                .<Class<?>>map(Parameter::getType)
                .filter(Class::isRecord)
                .findFirst();
    }

    private <A extends Annotation> Stream<A> parameters(Class<A> annotation) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Optional.ofNullable(parameter.getAnnotation(annotation)).stream());
    }
}
