package com.tillhouse.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Row-level security stops a forgotten condition, not an injected one: whoever can write into a statement can bind any tenant. So a statement is a
 * constant of the class, and values are bound to it. What builds one all the same is named here, with the reason.
 */
final class SqlWall {
    /** Put the names of our own tables and columns, given by constants, into a frame that is a constant. */
    private static final Set<String> FRAMES = Set.of("DueClaims", "MoveLog", "PostgresSealedSecretStore");

    /** Joins conditions that are constants of the repositories. */
    private static final String LISTS = "NewestFirst";

    private static final String JDBC_CLIENT = "org/springframework/jdbc/core/simple/JdbcClient";
    private static final Set<String> OTHER_DOORS = Set.of(
            "org/springframework/jdbc/core/JdbcTemplate",
            "org/springframework/jdbc/core/JdbcOperations",
            "org/springframework/jdbc/core/namedparam/NamedParameterJdbcTemplate",
            "org/springframework/jdbc/core/namedparam/NamedParameterJdbcOperations",
            "java/sql/Statement");

    private SqlWall() {}

    static String buildsStatements(JavaClass type) {
        List<String> wrong = ClassFile.of().parse(bytes(type)).methods().stream()
                .filter(method -> builds(method, type.getSimpleName()))
                .map(method -> method.methodName().stringValue())
                .distinct()
                .toList();
        return wrong.isEmpty() ? "" : "hands over a statement that is no constant in " + wrong;
    }

    private static byte[] bytes(JavaClass type) {
        Location place = Location.of(type.getSource().orElseThrow().getUri());
        try (InputStream in = place.asURI().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean builds(MethodModel method, String type) {
        if (method.code().isEmpty()) {
            return false;
        }
        @Nullable Instruction before = null;
        for (CodeElement element : method.code().get()) {
            if (element instanceof InvokeInstruction call && wrong(call, before, type)) {
                return true;
            }
            before = element instanceof Instruction instruction ? instruction : before;
        }
        return false;
    }

    private static boolean wrong(InvokeInstruction call, @Nullable Instruction before, String type) {
        String owner = call.owner().asInternalName();
        return switch (call.name().stringValue()) {
            case "sql" -> owner.equals(JDBC_CLIENT) && !constant(before) && !FRAMES.contains(type);
            case "prepareStatement" -> owner.equals("java/sql/Connection") && !constant(before);
            case "createQuery", "createNativeQuery" ->
                owner.equals("jakarta/persistence/EntityManager") && !type.equals(LISTS);
            default -> OTHER_DOORS.contains(owner);
        };
    }

    private static boolean constant(@Nullable Instruction before) {
        return before instanceof ConstantInstruction
                || before instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC;
    }
}
