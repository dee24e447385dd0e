// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** What the process itself is made of, under the names that Micrometer and Prometheus have for it. */
final class ProcessMeters {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private ProcessMeters() {}

    static void bindTo(MeterRegistry registry) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory(registry, "heap", memory::getHeapMemoryUsage);
        memory(registry, "nonheap", memory::getNonHeapMemoryUsage);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Gauge.builder("jvm.threads.live", threads::getThreadCount)
                .description("Platform threads.")
                .register(registry);
        Gauge.builder("jvm.threads.daemon", threads::getDaemonThreadCount)
                .description("Platform threads that keep no program from ending.")
                .register(registry);

        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionCounter.builder("jvm.gc.collections", collector, GarbageCollectorMXBean::getCollectionCount)
                    .tag("gc", collector.getName())
                    .description("Garbage collections.")
                    .register(registry);
            FunctionCounter.builder("jvm.gc.collection.seconds", collector, bean -> bean.getCollectionTime() / MILLIS)
                    .tag("gc", collector.getName())
                    .description("Time spent in garbage collections.")
                    .register(registry);
        }
        Gauge.builder(
                        "process.uptime.seconds",
                        () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS)
                .description("Time since the start.")
                .register(registry);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu.seconds", system, bean -> bean.getProcessCpuTime() / NANOS)
                    .description("Processor time used.")
                    .register(registry);
            Gauge.builder("process.files.open", system::getOpenFileDescriptorCount)
                    .description("Open files, connections among them.")
                    .register(registry);
            Gauge.builder("process.files.max", system::getMaxFileDescriptorCount)
                    .description("Files that may be open.")
                    .register(registry);
        }
    }

    private static void memory(MeterRegistry registry, String area, Supplier<MemoryUsage> usage) {
        Gauge.builder("jvm.memory.used", () -> usage.get().getUsed())
                .tag("area", area)
                .baseUnit("bytes")
                .description("Memory in use.")
                .register(registry);
        Gauge.builder("jvm.memory.committed", () -> usage.get().getCommitted())
                .tag("area", area)
                .baseUnit("bytes")
                .description("Memory that the system has given.")
                .register(registry);
        Gauge.builder("jvm.memory.max", () -> usage.get().getMax())
                .tag("area", area)
                .baseUnit("bytes")
                .description("Memory that may be used; -1 for no bound.")
                .register(registry);
    }
}
