# trichyeu_embed(TARGET FILES...): puts the files' bytes into TARGET, so that nothing is looked for
# at run time. `embedded_files()` of <TARGET>_embedded.h lists their names (without folders) and bytes.
function(trichyeu_embed target)
  set(paths "")
  foreach(file IN LISTS ARGN)
    get_filename_component(path ${file} ABSOLUTE)
    list(APPEND paths ${path})
  endforeach()
  set(stem ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded)
  add_custom_command(
    OUTPUT ${stem}.cc ${stem}.h
    COMMAND ${CMAKE_COMMAND} -DSTEM=${stem} -DNAMESPACE=${target} "-DFILES=${paths}"
            -P ${PROJECT_SOURCE_DIR}/tools/embed_files.cmake
    DEPENDS ${paths} ${PROJECT_SOURCE_DIR}/tools/embed_files.cmake
    VERBATIM)
  # A compiler need not support a literal of more than 64 KiB; ours both do.
  set_source_files_properties(${stem}.cc PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${stem}.cc ${stem}.h)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
