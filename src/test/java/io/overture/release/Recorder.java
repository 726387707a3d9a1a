package io.overture.release;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RequestImpl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of Redis that keeps what is sent and answered over it. */
final class Recorder {

    /** A command; what was answered, once it has been, unless that was an error. */
    private static final class Heard {
        private final Request request;
        private @Nullable String reply;

        Heard(Request request) {
            this.request = request;
        }
    }

    private final Redis client;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());

    Recorder(Redis client) {
        this.client = client;
    }

    /** Sent since the last time, in order, but for what failed. */
    synchronized List<Said> take() {
        var all = List.copyOf(heard);
        heard.clear();
        return all.stream()
                .filter(each -> each.reply != null)
                .map(each -> Said.of(each.request.command().toString(), args(each.request), each.reply))
                .toList();
    }

    Redis client() {
        return proxy(Redis.class, (method, args) -> {
            var answer = call(client, method, args);
            return method.getName().equals("connect") && answer instanceof Future<?> connecting
                    ? connecting.map(connection -> recorded((RedisConnection) connection))
                    : answer;
        });
    }

    private RedisConnection recorded(RedisConnection connection) {
        return proxy(RedisConnection.class, (method, args) -> {
            if (!method.getName().equals("send") || !(args[0] instanceof Request request)) {
                return call(connection, method, args);
            }
            var each = new Heard(request);
            heard.add(each);
            return connection.send(request).onSuccess(reply -> each.reply = Said.text(reply));
        });
    }

    /** The client tells nobody. */
    @SuppressWarnings("unchecked")
    private static List<byte[]> args(Request request) {
        try {
            var args = RequestImpl.class.getDeclaredMethod("getArgs");
            args.setAccessible(true);
            return (List<byte[]>) args.invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the client of Redis keeps arguments otherwise now", e);
        }
    }

    private interface Calling {
        Object call(Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Calling calling) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> calling.call(method, args)));
    }

    private static Object call(Object on, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
