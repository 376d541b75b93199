# Installs the libraries, their headers and what find_package(trichyeu) reads; the command installs
# itself (tools/command).
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/trichyeu)

install(DIRECTORY models normalizer extractor DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/trichyeu
        FILES_MATCHING PATTERN "*.h")
install(FILES models/schema/plan-1.xsd models/schema/plan-1.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/trichyeu)
install(EXPORT trichyeu NAMESPACE trichyeu:: FILE trichyeu-targets.cmake DESTINATION ${package_folder})

configure_package_config_file(tools/trichyeu-config.cmake.in trichyeu-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(trichyeu-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/trichyeu-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/trichyeu-config-version.cmake
              tools/dependencies.cmake DESTINATION ${package_folder})
